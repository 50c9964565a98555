using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>What Elsa can do and this program cannot: retract, delete, import, revert, cancel. Refused in words, so that Studio's page lives on.</summary>
public sealed class OtherCallsController : StudioCalls
{
    [HttpGet("{**rest}"), HttpPost("{**rest}"), HttpPut("{**rest}"), HttpDelete("{**rest}")]
    public IActionResult NotOffered() => Refuse(("not-offered", S("This program does not offer that. Published versions stay for ever; runs are moved by people's acts on a case.")));
}
