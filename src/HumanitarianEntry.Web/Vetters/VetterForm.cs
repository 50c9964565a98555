using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Vetters;

/// <summary>Base of the vetters' forms: one form, one act.</summary>
public abstract class VetterForm<TForm>(CaseDoor door) : ActController<TForm>(door)
    where TForm : class, new()
{
    protected override string Purpose => "vetting";
}

public static class VetterPaths
{
    /// <summary>URL of a case page, without the reference.</summary>
    public const string Case = "/vetters/cases/";
}
