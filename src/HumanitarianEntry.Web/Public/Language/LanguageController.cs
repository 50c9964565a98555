using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.Language;

public sealed class LanguageController : Controller
{
    [HttpGet("/language/{language}")]
    public IActionResult Choose(string language, string? back)
    {
        if (!Languages.All.Contains(language))
            return NotFound();

        Languages.Remember(Response, language);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }

    /// <summary>The language of the staff's pages, kept by this browser.</summary>
    [HttpGet("/language/desk/{language}")]
    public IActionResult ChooseForDesk(string language, string? back)
    {
        if (!Languages.OfStaff.Contains(language))
            return NotFound();

        Languages.Remember(Response, language, Languages.StaffCookieName);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/sign-in");
    }
}
