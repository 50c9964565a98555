using System.Globalization;

namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>Draws random programmes of allowed shapes: chains, choices, rework loops, boxes, forks with both joins, whole reviews repeated, withdrawal at any time.</summary>
internal sealed class SketchMaker(Dice dice)
{
    private readonly Stack<Sketch> levels = new([new Sketch()]);
    private int last;

    private sealed record Place(bool MayLoop, bool MayRace, int Depth);

    private sealed record Piece(string First, List<(string Id, string Port)> Ends);

    private Sketch Here => levels.Peek();

    public static Sketch Draw(int seed)
    {
        var dice = new Dice(seed);
        var maker = new SketchMaker(dice);
        if (dice.OneIn(3)) maker.Withdrawable();
        else maker.Chain(new Place(MayLoop: true, MayRace: true, Depth: 3));
        return maker.levels.Pop();
    }

    /// <summary>The root's open ends get a Finish each when it is built.</summary>
    private void Withdrawable()
    {
        var fork = Add("fork", "main,wd");
        var gone = Add("event", "applicant-withdrew");
        Here.Arrows.Add((fork, "wd", gone));
        Here.Arrows.Add((fork, "main", Chain(new Place(MayLoop: true, MayRace: true, Depth: 3)).First));
    }

    private Piece Chain(Place place)
    {
        var first = Part(place);
        var ends = first.Ends;
        for (var more = dice.Below(3); more > 0; more--)
        {
            var next = Part(place);
            Join(ends, next.First);
            ends = next.Ends;
        }
        return new Piece(first.First, ends);
    }

    private Piece Part(Place place) => dice.Below(place.Depth > 0 ? 10 : 4) switch
    {
        0 or 1 => One("task"),
        2 => dice.OneIn(2) ? One("step") : One("delay", "1.00:00:00"),
        3 => dice.OneIn(2) ? One("event", "ev" + dice.Below(2)) : One("reads", Named("r")),
        4 => Choice(place),
        5 when place.MayLoop => Rework(place),
        6 => Box(place),
        7 when place.MayLoop => Review(place),
        _ => Parallel(place),
    };

    private Piece One(string kind, string argument = "")
    {
        var id = Add(kind, argument);
        return new Piece(id, [(id, "Done")]);
    }

    private Piece Choice(Place place)
    {
        var decision = Add("decision", Named("c"));
        var yes = Chain(Deeper(place));
        Here.Arrows.Add((decision, "True", yes.First));
        var merged = Add("step", "");
        Join(yes.Ends, merged);
        if (dice.OneIn(2))
        {
            Here.Arrows.Add((decision, "False", merged));
        }
        else
        {
            var no = Chain(Deeper(place));
            Here.Arrows.Add((decision, "False", no.First));
            Join(no.Ends, merged);
        }
        return new Piece(decision, [(merged, "Done")]);
    }

    private Piece Rework(Place place)
    {
        var work = Add("task", "");
        var body = dice.OneIn(2) ? Chain(Deeper(place)) : One("step");
        Here.Arrows.Add((work, "Done", body.First));
        var decision = Add("decision", Named("w"));
        Join(body.Ends, decision);
        Here.Arrows.Add((decision, "False", work));
        return new Piece(work, [(decision, "True")]);
    }

    private Piece Box(Place place)
    {
        levels.Push(new Sketch());
        var inner = Chain(new Place(MayLoop: true, MayRace: false, place.Depth - 1));
        var end = Add("step", "");
        Join(inner.Ends, end);
        var body = levels.Pop();
        // The notation starts a body at the box without an arrow into it, and a loop may come back to the first.
        var start = Named("in");
        body.Items.Insert(0, (start, "step", ""));
        body.Arrows.Insert(0, (start, "Done", inner.First));
        var name = Named("body");
        Here.Inner[name] = body;
        return One("flownode", name);
    }

    private Piece Review(Place place)
    {
        var parallel = Parallel(place, atLeastOneTask: true);
        var decision = Add("decision", Named("v"));
        Join(parallel.Ends, decision);
        if (dice.OneIn(2))
        {
            var fix = Add("task", "");
            Here.Arrows.Add((decision, "False", fix));
            Here.Arrows.Add((fix, "Done", parallel.First));
        }
        else
        {
            Here.Arrows.Add((decision, "False", parallel.First));
        }
        return new Piece(parallel.First, [(decision, "True")]);
    }

    private Piece Parallel(Place place, bool atLeastOneTask = false)
    {
        var isRace = place.MayRace && dice.OneIn(3);
        var branches = Enumerable.Range(0, 2 + dice.Below(2)).Select(number => "b" + number.ToString(CultureInfo.InvariantCulture)).ToList();
        var fork = Add("fork", string.Join(",", branches));
        var arrivals = new List<(string, string)>();
        foreach (var branch in branches)
        {
            var work = atLeastOneTask && (isRace || branch == "b0") ? One("task") : null;
            var inside = new Place(MayLoop: false, place.MayRace, place.Depth - 1);
            var piece = work is null || dice.OneIn(2) ? Chain(inside) : null;
            if (work is not null && piece is not null) Join(work.Ends, piece.First);
            Here.Arrows.Add((fork, branch, (work ?? piece)!.First));
            arrivals.AddRange((piece ?? work)!.Ends);
        }
        var join = Add("join", isRace ? "WaitAny" : "WaitAll");
        Join(arrivals, join);
        return new Piece(fork, [(join, "Done")]);
    }

    private static Place Deeper(Place place) => place with { Depth = place.Depth - 1 };

    private void Join(List<(string Id, string Port)> ends, string target) => Here.Arrows.AddRange(ends.Select(end => (end.Id, end.Port, target)));

    private string Add(string kind, string argument)
    {
        var id = Named(kind[..1].ToUpperInvariant());
        Here.Items.Add((id, kind, argument));
        return id;
    }

    private string Named(string prefix) => prefix + (++last).ToString(CultureInfo.InvariantCulture);
}
