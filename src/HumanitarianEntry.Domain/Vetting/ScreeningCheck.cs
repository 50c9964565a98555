using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>Is there a completed name screening, of these very names, young enough? Blocks G4, G9 and G13 (handbook section 5, statement 14).</summary>
public static class ScreeningCheck
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, int maxAgeDays)
    {
        if (file.Vetting.LatestRun is not { } run)
        {
            yield return new Blocker("screening-missing", "No name screening has been completed.");
            yield break;
        }

        if (run.Value.Failure is not null)
        {
            yield return new Blocker("screening-failed", "The last name screening failed; it must be run again.");
        }

        if (run.Value.Lists.Count == 0)
        {
            yield return new Blocker("screening-without-lists", "No list was loaded when the screening ran: nothing was searched.");
        }

        if ((context.Now - run.Provenance.At).TotalDays > maxAgeDays)
        {
            yield return new Blocker("screening-stale", string.Create(CultureInfo.InvariantCulture, $"The last name screening is older than {maxAgeDays} days."));
        }
        else if (run.Provenance.At < file.Position.BeganAt)
        {
            yield return new Blocker("screening-stale", "The last name screening is from before the case began again.");
        }

        if (run.Value.ApplicantHash != ApplicantHash(file))
        {
            yield return new Blocker("screening-outdated", "Names or birth facts were added since the last screening; it must be run again.");
        }
    }

    /// <summary>Hash of what a screening searches for: every name and birth fact.</summary>
    public static string ApplicantHash(CaseFile file)
    {
        var text = new StringBuilder();
        foreach (var name in file.Identity.Names.Values())
        {
            text.Append(name.Family).Append('|').Append(name.Given).Append('|').Append(name.Patronymic).Append('\n');
        }

        foreach (var birth in file.Identity.Births.Values())
        {
            text.Append(birth.BornOn).Append('|').Append(birth.Sex).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
