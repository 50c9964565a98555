using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Vetters.Units;

/// <summary>One service period on its page.</summary>
public sealed record ServiceAt(ServiceView View, UnitsPage Page)
{
    /// <summary>The form of the page, for the fields of this part.</summary>
    public ChooseForm Form => Page.Form.Service == View.Service.Label ? Page.Form : new();

    public string InRegister() => View.Reading is not { } reading ? S("Not read") : reading.Unit is { } unit ? S($"{unit.Number ?? unit.Key}, called {unit.Name} then") : InWords(reading.State);

    /// <summary>The units that may be meant, the best first.</summary>
    public IReadOnlyList<Choice> Choices =>
    [
        .. View.Reading!.Candidates.Select(c => new Choice(c.Unit.Key, $"{c.Unit.Number ?? c.Unit.Key}, {c.Unit.Name}", Counted(c.Incidents.Count, "{n} incident in this time", "{n} incidents in this time"))),
        new(ChooseForm.None, S("None of these")),
    ];
}
