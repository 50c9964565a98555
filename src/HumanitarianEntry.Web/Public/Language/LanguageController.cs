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
}
