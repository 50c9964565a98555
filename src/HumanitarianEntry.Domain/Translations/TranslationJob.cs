using System.Collections.Immutable;
using System.Security.Cryptography;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>How an order stands.</summary>
public enum TranslationStanding
{
    Ordered,
    Taken,
    Declined,

    /// <summary>Waits for the second reading.</summary>
    Delivered,
    SentBack,
    Accepted,
    Withdrawn,
}

/// <summary>An order with everything that was done about it.</summary>
public sealed record TranslationJob(Recorded<TranslationOrder> Ordered, ImmutableList<Recorded<TranslationStep>> Steps)
{
    /// <summary>Signs that cannot be mistaken for one another, as in references.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public TranslationOrder Order => Ordered.Value;

    public string Number => Order.Number;

    public TranslationStanding Standing => Steps.Count == 0 ? TranslationStanding.Ordered : Steps[^1].Value.Kind switch
    {
        TranslationStepKind.Taken => TranslationStanding.Taken,
        TranslationStepKind.Declined => TranslationStanding.Declined,
        TranslationStepKind.Delivered => TranslationStanding.Delivered,
        TranslationStepKind.Accepted => TranslationStanding.Accepted,
        TranslationStepKind.SentBack => TranslationStanding.SentBack,
        TranslationStepKind.Withdrawn => TranslationStanding.Withdrawn,
    };

    /// <summary>Somebody still has to do something about it.</summary>
    public bool IsOpen => Standing is TranslationStanding.Ordered or TranslationStanding.Taken or TranslationStanding.Delivered or TranslationStanding.SentBack;

    public IEnumerable<Recorded<TranslationStep>> Deliveries => Steps.Where(s => s.Value.Delivery is not null);

    public TranslationDelivery? Latest => Deliveries.LastOrDefault()?.Value.Delivery;

    /// <summary>The translation that a second person accepted; null while none is.</summary>
    public TranslationDelivery? Accepted => Standing == TranslationStanding.Accepted ? Latest : null;

    /// <summary>The words of the original: as ordered, or as the translator read them in the picture.</summary>
    public string? Original => Order.Text ?? Latest?.Transcript;

    /// <summary>A name for a job that follows from the random id of the act that orders it.</summary>
    public static string NumberFrom(Guid actId)
    {
        const int fairBelow = 240;
        const int signs = 8;
        var random = SHA256.HashData(actId.ToByteArray());
        while (true)
        {
            var fair = random.Where(b => b < fairBelow).Take(signs).Select(b => Alphabet[b % Alphabet.Length]).ToArray();
            if (fair.Length == signs)
            {
                return $"T-{new string(fair[..4])}-{new string(fair[4..])}";
            }

            random = SHA256.HashData(random);
        }
    }
}
