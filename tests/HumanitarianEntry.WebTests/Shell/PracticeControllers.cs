using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.PracticeDesk
{
    /// <summary>A page of a staff audience with a form that keeps its promise to show itself again, and one that makes no promise.</summary>
    [Route("screeners/practice-desk")]
    public sealed class PracticeDeskController(Practice practice, IAntiforgery antiforgery) : Controller
    {
        [HttpGet(""), Nav("Practice", Order = 1, Inbox = true)]
        public IActionResult New() => Form("");

        [HttpPost(""), ShowsFormAgain]
        public IActionResult Create([FromForm] string? answer, IFormFile? paper)
        {
            if (!ModelState.IsValid)
                return Form($"{answer}|{string.Join('|', ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage))}");

            practice.Act($"{answer} {Request.ActKeyOf()} {paper?.Length}");
            return Content("done");
        }

        [HttpPost("plain")]
        public IActionResult CreatePlain([FromForm] string? answer)
        {
            practice.Act($"plain {answer}");
            return Content("done");
        }

        private ContentResult Form(string shown)
        {
            string? token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken;
            string html = $"<main><h1>{System.Net.WebUtility.HtmlEncode(shown)}</h1><form method=post action=/screeners/practice-desk>"
                + $"<input type=hidden name=__RequestVerificationToken value='{token}'><input type=hidden name=__act value='{ActKey.New()}'></form></main>";
            return Content(html, "text/html");
        }
    }
}

namespace HumanitarianEntry.Web.Vetters.PracticeDesk
{
    [Route("vetters/practice-desk")]
    public sealed class PracticeDeskController : Controller
    {
        [HttpGet("")]
        public IActionResult Index() => Content("vetters only");
    }
}

namespace HumanitarianEntry.Web.Applicants.PracticeDesk
{
    public sealed record PracticeForm([Required] string? Story, int? Months);

    [Route("applicants/practice-desk")]
    public sealed class PracticeDeskController(Practice practice) : Controller
    {
        [HttpGet("")]
        public IActionResult Index() => Content("applicants only");

        [HttpPost(""), ShowsFormAgain, IgnoreAntiforgeryToken]
        public IActionResult Create([FromForm] PracticeForm form)
        {
            if (!ModelState.IsValid)
                return BadRequest(string.Join('|', ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage)));

            practice.Act($"applicant {form.Story} {form.Months}");
            return Content("done");
        }

        [HttpGet("broken")]
        public IActionResult Broken() => practice.Acts.Count < 0 ? Ok() : throw new InvalidOperationException("A secret that must not be shown.");
    }
}
