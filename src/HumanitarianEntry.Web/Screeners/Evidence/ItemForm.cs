using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>A form about one item of evidence; whoever does not see evidence, or names an item that is not there, finds no page.</summary>
public abstract class ItemForm<TForm>(CaseDoor door) : ScreenerForm<TForm>(door)
    where TForm : class, new()
{
    protected string Label => ((string?)RouteData.Values["label"] ?? string.Empty).ToUpperInvariant();

    protected override bool MayFill(CaseView view) => view.Shown.Contains(Compartment.Evidence) && view.File.Evidence.Find(Label) is not null;

    protected override string NextPath(CaseView view) => $"{CasePath}{view.File.Reference}/evidence/{Label.ToLowerInvariant()}";
}

/// <summary>The item that a form is about, for its view.</summary>
public sealed record ItemOnForm(EvidenceItem Item, string Url)
{
    public static ItemOnForm Of(HttpContext context, CaseView view, string caseUrl)
    {
        var item = view.File.Evidence.Find(((string?)context.GetRouteValue("label") ?? string.Empty).ToUpperInvariant()) ?? throw new InvalidOperationException("The form was shown for no item.");
        return new ItemOnForm(item, $"{caseUrl}/evidence/{item.Label.ToLowerInvariant()}");
    }
}
