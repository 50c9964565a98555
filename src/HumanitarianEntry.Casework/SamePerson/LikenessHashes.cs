using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.SamePerson;
using HumanitarianEntry.Screening.Names;
using Microsoft.EntityFrameworkCore;
using PersonName = HumanitarianEntry.Domain.Identity.PersonName;

namespace HumanitarianEntry.Casework.SamePerson;

/// <summary>
/// What of a case can be found again in another one, as keyed hashes: addresses, numbers of papers, names in the form in which all spellings of them meet, with the birth date without its order.
/// They are kept up to date with every act that changes one of them, in its transaction.
/// </summary>
public sealed class LikenessHashes(LookupHashes lookup, CaseworkOptions options)
{
    /// <summary>Brings the rows of the case to what the act made of it. What is new is looked for afterwards, when the other cases' rows are committed, too.</summary>
    internal async Task UpdateAsync(CaseDbContext db, ActWrite act, CancellationToken cancellationToken)
    {
        var (before, after) = (act.Loaded.File, act.Outcome.File);
        var isNew = act.Loaded.StartEffects is not null;
        if (!options.FindsSamePerson || (!isNew && before.HasSame(Compartment.Identity, after) && (before.HasSame(Compartment.Contact, after) || SameAddresses(before.Contact, after.Contact))))
        {
            return;
        }

        var wanted = ValuesOf(after).Select(v => (Kind: Keys.Kebab(v.Reason.ToString()), Hash: lookup.Hash(v.Reason.ToString(), v.Value))).DistinctBy(v => (v.Kind, Convert.ToHexString(v.Hash))).ToList();
        var stored = isNew ? [] : await db.DuplicateHashes.Where(d => d.CaseId == after.Id).ToListAsync(cancellationToken);
        db.DuplicateHashes.RemoveRange(stored.Where(s => !wanted.Exists(w => Same(w, s))));
        var added = wanted.Where(w => !stored.Exists(s => Same(w, s))).Select(w => new DuplicateHashRow { CaseId = after.Id, Kind = w.Kind, Hash = w.Hash }).ToList();
        if (added.Count > 0)
        {
            db.DuplicateHashes.AddRange(added);
            db.Outbox.Add(OutboxRows.Likenesses(after.Id, act.Context.Now));
        }
    }

    private static bool SameAddresses(ContactFacts before, ContactFacts after) => ReferenceEquals(before.Referrals, after.Referrals) && ReferenceEquals(before.Plans, after.Plans);

    private static bool Same((string Kind, byte[] Hash) wanted, DuplicateHashRow stored) => wanted.Kind == stored.Kind && wanted.Hash.AsSpan().SequenceEqual(stored.Hash);

    private static IEnumerable<(LikenessReason Reason, string Value)> ValuesOf(CaseFile file)
    {
        var channels = file.Contact.Referrals.Values().Select(r => r.Channel).Concat(file.Contact.Plans.Values().SelectMany(p => p.Channels));
        return channels.Select(AddressOf).OfType<string>().Select(a => (LikenessReason.Address, a))
            .Concat(file.Identity.Documents.Values().Select(NumberOf).OfType<string>().Select(n => (LikenessReason.Paper, n)))
            .Concat(file.Identity.Births.Values().SelectMany(b => file.Identity.Names.Values().SelectMany(NamesOf).SelectMany(name => Born(name, b))));
    }

    /// <summary>Only what leads to one person: a person who carries messages, or a meeting, may stand for many.</summary>
    private static string? AddressOf(ContactChannel channel)
    {
        var text = string.Concat(channel.Handle.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return channel.Kind switch
        {
            ChannelKind.ViaPerson or ChannelKind.InPerson or ChannelKind.SecureSpace => null,
            _ when text.Length < 4 => null,
            // A number is a number on every channel; how its country is dialled is not part of it.
            _ when text.All(char.IsAsciiDigit) => text.Length >= 10 ? text[^10..] : text,
            var kind => $"{kind} {text}",
        };
    }

    private static string? NumberOf(IdentityDocument document)
    {
        var text = string.Concat((document.Series + document.Number).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return text.Length >= 5 ? text : null;
    }

    /// <summary>Family and given name, in either order, by the key in which all spellings meet; with every other form of the given name.</summary>
    private static IEnumerable<string> NamesOf(PersonName name)
    {
        if (string.IsNullOrWhiteSpace(name.Family) || string.IsNullOrWhiteSpace(name.Given) || name.Kind == NameKind.CallSign)
        {
            yield break;
        }

        var family = NameKeys.Of(name.Family);
        foreach (var form in NameKeys.FormsOfGiven(name.Given))
        {
            yield return string.CompareOrdinal(family, form) < 0 ? $"{family} {form}" : $"{form} {family}";
        }
    }

    private static IEnumerable<(LikenessReason Reason, string Value)> Born(string name, Birth birth)
    {
        yield return (LikenessReason.NameAndBirthYear, FormattableString.Invariant($"{name} {birth.BornOn.Year}"));
        if (birth.BornOn is { Month: { } month, Day: { } day })
        {
            yield return (LikenessReason.NameAndBirthDate, FormattableString.Invariant($"{name} {birth.BornOn.Year} {Math.Min(month, day)} {Math.Max(month, day)}"));
        }
    }
}
