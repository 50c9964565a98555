using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Screeners;

/// <summary>Base of the desk's forms: one form, one act.</summary>
public abstract class ScreenerForm<TForm>(CaseDoor door) : ActController<TForm>(door)
    where TForm : class, new()
{
    protected override string Purpose => "form";
}

public static class ScreenerPaths
{
    /// <summary>URL of a case page, without the reference.</summary>
    public const string Case = "/screeners/cases/";
}
