using System.Text.Json;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.Referrals;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Public.Write;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Public.ReferralInterface;

/// <summary>
/// The door for other organisations' systems (described by <c>/api/openapi.json</c>): a token, one person a call, an acknowledgement. It reads no cookie, shows nothing of a case and never says
/// whether somebody is known here.
/// </summary>
[IgnoreAntiforgeryToken, NeverKept]
public sealed class ReferralInterfaceController(ReferralTokens tokens, ReferralInbox inbox, ProgrammeLibrary programmes, StaffDirectory staff, IConfiguration configuration, ILogger<ReferralInterfaceController> log) : Controller
{
    public const string Limits = "referral-interface";

    private const int LargestBody = 65_536;
    private const string Scheme = "Bearer ";
    private static readonly byte[] Description = Read();

    [HttpGet("/api/openapi.json")]
    public IActionResult Describe() => File(Description, "application/json");

    [HttpPost("/api/referrals"), EnableRateLimiting(Limits), RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Take()
    {
        var shown = Request.Headers.Authorization.ToString();
        if (!shown.StartsWith(Scheme, StringComparison.Ordinal) || await tokens.RecogniseAsync(shown[Scheme.Length..], HttpContext.RequestAborted) is not { } token)
        {
            Response.Headers.WWWAuthenticate = "Bearer";
            return Answer(StatusCodes.Status401Unauthorized, new { problem = "No valid token. Ask the organisation that gave it to you for a new one." });
        }

        ReferralBody body;
        try
        {
            body = await ReferralBody.ReadAsync(Request.Body, HttpContext.RequestAborted);
        }
        catch (JsonException unreadable)
        {
            return Answer(StatusCodes.Status400BadRequest, new { problem = $"The body is no JSON object that can be read (line {unreadable.LineNumber + 1}). Nothing was stored." });
        }

        if (body.Complaints.Count > 0)
        {
            return Refused(body.Complaints);
        }

        if (await WriteSettings.From(configuration).ReceiverAsync(staff, HttpContext.RequestAborted) is not { } organisation || !programmes.Has(token.Programme))
        {
            log.LogError("A referral came through the interface, and nobody receives: give somebody the role intake officer, or set Casework:OwningOrg");
            return Later();
        }

        return await inbox.TakeAsync(token, body.Cell, organisation, HttpContext.RequestAborted) switch
        {
            Acknowledgement.Taken taken => Answer(taken.IsRepeat ? StatusCodes.Status200OK : StatusCodes.Status202Accepted, new { acknowledgement = taken.Id }),
            Acknowledgement.Refused refused => Refused([.. refused.Complaints.Select(c => c.ToString())]),
            Acknowledgement.Busy => Later(),
            var other => throw new InvalidOperationException($"Unknown answer {other.GetType().Name}."),
        };
    }

    private static JsonResult Refused(IReadOnlyList<string> complaints) =>
        Answer(StatusCodes.Status422UnprocessableEntity, new { problem = "Nothing was stored. Mend these and send it again.", complaints });

    private JsonResult Later()
    {
        Response.Headers.RetryAfter = DatabaseBusyFilter.RetryAfterSeconds;
        return Answer(StatusCodes.Status503ServiceUnavailable, new { problem = "Nothing was stored. Send the same again later: nobody is taken on twice." });
    }

    private static JsonResult Answer(int status, object content) => new(content) { StatusCode = status };

    private static byte[] Read()
    {
        using var file = typeof(ReferralInterfaceController).Assembly.GetManifestResourceStream(typeof(ReferralInterfaceController), "openapi.json") ?? throw new InvalidOperationException("The description of the interface is missing.");
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
