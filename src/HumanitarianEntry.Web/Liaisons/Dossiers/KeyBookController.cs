using HumanitarianEntry.Casework.ProofKeys;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Liaisons.Dossiers;

/// <summary>The public list of the keys that sign dossiers; no secret, the same for every post.</summary>
[Route("liaisons/key-book")]
public sealed class KeyBookController(SigningKeys keys) : Controller
{
    [HttpGet("file")]
    public IActionResult Download() => File(keys.Book().ToJson(), "application/json", "key-book.json");
}
