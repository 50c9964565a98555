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
            yield return new Blocker("screening-failed", $"The name screening of {run.Provenance.At} failed; it must be run again.");
        }

        if (run.Value.Lists.Count == 0)
        {
            yield return new Blocker("screening-without-lists", "No list was loaded when the screening ran: nothing was searched.");
        }

        if ((context.Now - run.Provenance.At).TotalDays > maxAgeDays)
        {
            yield return new Blocker("screening-stale", $"The last name screening is of {run.Provenance.At}, older than {maxAgeDays} days.");
        }
        else if (run.Provenance.At < file.Position.BeganAt)
        {
            yield return new Blocker("screening-stale", "The last name screening is from before the case began again.");
        }

        if (run.Value.ApplicantHash != ApplicantHash(file))
        {
            yield return new Blocker("screening-outdated", "Names, birth facts or numbers of papers were added since the last screening; it must be run again.");
        }

        foreach (var blocker in AgainstStandard(run.Value, context.Screening))
        {
            yield return blocker;
        }
    }

    /// <summary>Hash of what a screening searches for: every name, birth fact and number of a paper.</summary>
    public static string ApplicantHash(CaseFile file)
    {
        var text = new StringBuilder();
        foreach (var name in file.Identity.Names.Values())
        {
            text.Append(name.Family).Append('|').Append(name.Given).Append('|').Append(name.Patronymic).Append('\n');
        }

        foreach (var birth in file.Identity.Births.Values())
        {
            text.Append(birth.BornOn).Append('|').Append(birth.Sex).Append('|').AppendJoin(',', birth.Nationalities).Append('\n');
        }

        foreach (var paper in file.Identity.Documents.Values().Where(d => !string.IsNullOrWhiteSpace(d.Number)))
        {
            text.Append("number|").Append(paper.Series).Append('|').Append(paper.Number).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A result that does not speak of a list in force must not be read as clear of it.</summary>
    private static IEnumerable<Blocker> AgainstStandard(ScreeningRun run, ScreeningStandard? standard)
    {
        if (standard is null || standard.Lists.Count == 0)
        {
            yield break;
        }

        foreach (var missing in standard.MissingIn(run))
        {
            yield return new Blocker("screening-list-missing", $"{missing.List.Name}, version {missing.List.Version}, is in force since {missing.Since}, and this person has not been searched in it yet.");
        }

        if (run.EngineVersion != standard.EngineVersion)
        {
            yield return new Blocker("screening-engine-changed", $"The search was made with version {run.EngineVersion} of the rules; version {standard.EngineVersion} is in use now and has not been run for this person yet.");
        }
    }
}
