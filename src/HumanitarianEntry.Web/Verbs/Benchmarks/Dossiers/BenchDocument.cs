using System.Globalization;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;

/// <summary>A dossier of fifteen pages with everything a dossier has: French text, Russian quotations, tables, a register, a timeline, attachments. Invented. Its words stand in another order in every part of every dossier, so that nothing set before helps a typesetter or a browser.</summary>
internal static class BenchDocument
{
    private const int Sections = 11;

    private const string French = "Le demandeur a quitté son unité avant l’ordre de départ ; il a remis un rapport écrit de démission, dont une copie visée par l’état-major figure en annexe, et il n’a plus pris part aux opérations après cette date. "
        + "Les vérifications ont été faites séparément par deux personnes d’organisations différentes, sur l’original, puis comparées avec les registres publics disponibles à la date indiquée. DEMO.";

    private const string Russian = "Я присягал защищать свою страну, а не нападать на соседнюю. В августе я подал рапорт об увольнении и сказал командиру, что больше не буду участвовать в этой войне. Мне ответили, что рапорт потеряется. ДЕМО.";

    public static DossierDocument Of(int number) => new()
    {
        Metadata = new()
        {
            Title = "Dossier DEMO", Language = "fr", Reference = Reference(number), Version = "1", Classification = "Confidentiel", Watermark = "DEMO — exemplaire de mesure",
            FooterPattern = "{reference} · version {version} · page {page} sur {pages}",
        },
        Cover = new()
        {
            Programme = "Programme DEMO", Kind = "Dossier de demande d’entrée", QrContent = "sha256:" + new string('0', 64), QrAlternative = "Empreinte", ProofTitle = "Preuve", Notice = French,
            Rows = [new("Référence", Span.Of(Reference(number))), new("Destinataire", Span.Of("Poste DEMO"))],
            ProofRows = [new("Empreinte", [new TextSpan(new string('0', 64)) { Style = SpanStyle.Code }])],
        },
        Blocks = [new ContentsBlock("Sommaire"), .. Enumerable.Range(1, Sections).SelectMany(s => Section(s, (number * 1000) + (s * 50))), new HeadingBlock(1, "Liste des annexes"), Annexes()],
        Attachments = [.. Enumerable.Range(1, 2).Select(i => new Attachment($"annexe-{i:00}.txt", "text/plain", FileContent.Of(System.Text.Encoding.UTF8.GetBytes($"DEMO annexe {i}")), AttachmentRelationship.Supplement, "DEMO"))],
    };

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"HE-{number:00000}");

    /// <summary>The words of a text in an order of their own for each seed.</summary>
    private static string Mixed(string text, int seed)
    {
        var words = text.Split(' ');
        for (var (i, state) = (words.Length - 1, (uint)seed * 2654435761u + 1); i > 0; i--)
        {
            state = state * 1664525u + 1013904223u;
            var other = (int)(state % (uint)(i + 1));
            (words[i], words[other]) = (words[other], words[i]);
        }

        return string.Join(' ', words);
    }

    private static IEnumerable<Block> Section(int section, int seed) =>
    [
        new HeadingBlock(1, $"Partie {section}") { Number = section.ToString(CultureInfo.InvariantCulture) },
        new ParagraphBlock(Span.Of(Mixed(French, seed))) { Style = ParagraphStyle.Lead },
        new KeyValueBlock([.. Enumerable.Range(1, 6).Select(i => new KeyValueRow($"Élément {i}", Span.Of(Mixed("Constaté sur pièce, DEMO", seed + i))))]),
        new HeadingBlock(2, "Récit"),
        new QuotationBlock(Mixed(Russian, seed)) { Language = "ru", Introduction = "Déclaration", Translation = Mixed(French, seed + 1), Attribution = Span.Of("Traducteur assermenté") },
        new ParagraphBlock([new TextSpan(Mixed(French, seed + 2) + " "), new AnnexSpan(1 + (section % 12), "annexe")]),
        new HeadingBlock(2, "Tableau"),
        new TableBlock($"Périodes {section}", [new("Date", 2), new("Lieu", 3), new("Constat", 5)],
            [.. Enumerable.Range(1, 10).Select(IReadOnlyList<IReadOnlyList<Span>> (i) => [Span.Of(string.Create(CultureInfo.InvariantCulture, $"{i:00}.08.2022")), Span.Of("Lieu DEMO"), Span.Of(Mixed("Vu en original par deux personnes, sans réserve.", seed + 10 + i))])]),
        new TimelineBlock([.. Enumerable.Range(1, 4).Select(i => new TimelineEntry($"{i} mars 2022", Span.Of(Mixed("Fait daté, confirmé par une source indépendante.", seed + 20 + i))))]),
    ];

    private static RegisterBlock Annexes() => new([.. Enumerable.Range(1, 12).Select(i => new RegisterEntry(i.ToString(CultureInfo.InvariantCulture), Span.Of($"Pièce DEMO {i}"))
    {
        AnnexNumber = i,
        Facts = [new("Nature", Span.Of("Document écrit")), new("SHA-256", [new TextSpan(new string((char)('a' + (i % 6)), 64)) { Style = SpanStyle.Code }])],
    })]);
}
