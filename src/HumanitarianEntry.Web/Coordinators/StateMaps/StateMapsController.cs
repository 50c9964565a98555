using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.StateMaps;

public sealed record StateMapPage(StateMap Map, IReadOnlyList<StateRow> States, Words Words, Labels Labels, Participants Participants)
{
    /// <summary>What the applicant reads while a case is in this state.</summary>
    public string ApplicantSees(StateRow row) => Labels.ForApplicantStatus(Language, row.Coarse.ToString()).Text;

    /// <summary>Who is told at this outcome of the gate, or when it opens.</summary>
    public string Told(GateRow gate, string outcome) =>
        string.Join(", ", Participants.ToldAt(gate.Key, outcome).Select(audience => Words.Role(Keys.Role(audience))));

    public string Roles(IEnumerable<Role> roles) => string.Join(", ", roles.Select(Words.Role));

    public static string EyesOf(GateRow row) => row.Eyes switch
    {
        Eyes.Two => S("One person decides."),
        Eyes.Four => S("Two people: one proposes, another decides."),
        Eyes.FourOfTwoTeams => S("Two people of two teams, neither of whom interviewed. A panel of three when they disagree."),
    };
}

[Route("coordinators/state-map")]
public sealed class StateMapsController(Words words, Labels labels, InsideTexts texts) : Controller
{
    [HttpGet("")]
    [Nav("State map", Order = 3)]
    public IActionResult Index() => View("Index", new StateMapPage(StateMap.Draw(StateTable.Rows), StateTable.Rows, words, labels, texts.Participants));
}
