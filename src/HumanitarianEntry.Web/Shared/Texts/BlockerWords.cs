using HumanitarianEntry.Domain.Cases;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>Says to an applicant, in his language, what stands against what he wanted. The domain's own sentences are for staff and never shown here.</summary>
public static class BlockerWords
{
    public const string Prefix = "blocker.";

    public static void Explain(ModelStateDictionary state, IEnumerable<Blocker> blockers, Texts texts, ILogger log)
    {
        foreach (var blocker in blockers)
        {
            var words = texts.OrNull(Prefix + blocker.Code);
            if (words is null)
                log.LogWarning("There are no words for applicants for the blocker {Code}", blocker.Code);
            state.AddModelError("", words ?? texts["blocker.other"]);
        }
    }
}
