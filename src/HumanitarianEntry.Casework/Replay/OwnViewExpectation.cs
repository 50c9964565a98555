using System.Text.Encodings.Web;
using System.Text.Json;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>Words that must not be in anything the person can see: neither on own pages nor in the copy of own data, which holds all of them and more.</summary>
internal static class OwnViewExpectation
{
    private static readonly JsonSerializerOptions Readable = new(DomainJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Expectation Read(CaseYaml value)
    {
        var banned = value.OneOrMore().Select(w => w.Text()).ToList();
        return Expectation.That(value.Line, snapshot =>
        {
            var own = OwnCopies.Cut(snapshot.File);
            var text = string.Concat(Enum.GetValues<Compartment>().Select(c => JsonSerializer.Serialize(own[c], own[c].GetType(), Readable)));
            return banned.Find(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) is { } seen ? $"expected that the applicant cannot see \"{seen}\", was to be seen" : null;
        });
    }
}
