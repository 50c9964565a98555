namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>Draws one or two careless changes into a good drawing: an arrow moved, added or lost, a join of the other mode.</summary>
internal static class SketchBreaker
{
    public static Sketch Break(Sketch sketch, Dice dice)
    {
        var broken = sketch.Copy();
        for (var changes = 1 + dice.Below(2); changes > 0; changes--)
        {
            var levels = broken.Levels.Where(level => level.Arrows.Count > 0).ToList();
            if (levels.Count > 0) Change(dice.Of(levels), dice);
        }
        return broken;
    }

    private static void Change(Sketch level, Dice dice)
    {
        var at = dice.Below(level.Arrows.Count);
        var (source, port, target) = level.Arrows[at];
        switch (dice.Below(6))
        {
            case 0 or 1:
                level.Arrows[at] = (source, port, dice.Of(level.Items).Id);
                break;
            case 2:
                level.Arrows.RemoveAt(at);
                break;
            case 3:
                level.Arrows.Add((dice.Of(level.Items).Id, "Done", target));
                break;
            case 4:
                var other = dice.Below(level.Arrows.Count);
                level.Arrows[at] = (source, port, level.Arrows[other].Target);
                level.Arrows[other] = (level.Arrows[other].Source, level.Arrows[other].Port, target);
                break;
            default:
                var join = level.Items.FindIndex(item => item.Kind == "join");
                if (join >= 0) level.Items[join] = (level.Items[join].Id, "join", level.Items[join].Argument == "WaitAll" ? "WaitAny" : "WaitAll");
                else level.Arrows[at] = (source, port, dice.Of(level.Items).Id);
                break;
        }
    }
}
