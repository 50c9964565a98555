using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.SidePaths;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>
/// All that a translator ever gets: one segment under its own number. No reference, person, label, title, other item or other job stands in it, and what he does not need any more is gone
/// (handbook section 5, statement 22).
/// </summary>
/// <param name="Standing">Never accepted, declined or withdrawn: then there is nothing to see.</param>
/// <param name="Text">The original; null before he has taken the job, and where it is a picture.</param>
public sealed record TranslatorView(string Number, string From, string To, DateOnly DueOn, TranslationStanding Standing, string? Instructions, string? Text)
{
    /// <summary>The working copy to be shown; null where there is none or he has not taken the job.</summary>
    public WorkingCopy? Picture { get; init; }

    /// <summary>The picture shows wounds, death or abuse; null while nobody has looked.</summary>
    public bool? IsGraphic { get; init; }

    /// <summary>His own deliveries, oldest first.</summary>
    public ImmutableList<TranslationDelivery> Deliveries { get; init; } = [];

    /// <summary>What the second reader asks him to look at again; null when nothing was sent back.</summary>
    public string? Remarks { get; init; }

    public bool IsTaken => Standing != TranslationStanding.Ordered;

    public bool MayDeliver => Standing is TranslationStanding.Taken or TranslationStanding.SentBack;

    /// <param name="file">With the compartments "contact" and "dossier" besides what is translated: consent and declared ties stand there.</param>
    /// <returns>Null when there is nothing for this person under this number.</returns>
    public static TranslatorView? Of(CaseFile file, Guid translator, string number, DateTimeOffset now)
    {
        if (file.Position.Finished || Seal.IsOn(file) || TranslationBooks.IsShut(file, translator, now) || file.Position.SidePath == SidePath.Sealed || TranslationRules.Find(file, number) is not { IsOpen: true } job || job.Order.Translator != translator)
        {
            return null;
        }

        var (order, taken) = (job.Order, job.Standing != TranslationStanding.Ordered);
        var item = order.Source.Kind == TranslationSourceKind.Item ? file.Evidence.Find(order.Source.Subject) : null;
        if (item is not null && FileRules.IsQuarantined(file.Evidence, item))
        {
            return null;
        }

        return new TranslatorView(order.Number, order.From, order.To, order.DueOn, job.Standing, order.Instructions, taken ? order.Text : null)
        {
            Picture = taken && order.WithPicture && item is not null ? FileRules.PictureOf(file.Evidence, item) : null,
            IsGraphic = item is null ? false : FileRules.IsGraphic(file.Evidence, item.Label),
            Deliveries = [.. job.Deliveries.Select(d => d.Value.Delivery!)],
            Remarks = job.Standing == TranslationStanding.SentBack ? job.Steps[^1].Value.Words : null,
        };
    }
}
