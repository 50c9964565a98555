using HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>DEMO: sections 10, 11 and 15 of the sample.</summary>
internal static class SampleVetting
{
    public static VettingSummary Vetting { get; } = new()
    {
        Conclusion = "Aucun élément ne fait obstacle à l’entrée. Les vérifications sont concluantes, avec les limites indiquées ci-dessous.",
        Method =
        [
            "Recherche du nom en cyrillique et dans quatre systèmes de translittération, avec patronyme et année de naissance, dans des listes chargées hors ligne. Aucun service de l’État persécuteur n’a été interrogé.",
            "Croisement des périodes de service avec un registre d’incidents par unité, lieu et date.",
            "Examen des traces publiques en ligne, sans prise de contact.",
        ],
        Lists =
        [
            new("Liste consolidée des sanctions de l’Union européenne", "Union européenne", "instantané DEMO-31", new(2024, 1, 9)),
            new("Liste des Nations unies", "Conseil de sécurité", "instantané DEMO-12", new(2024, 1, 9)),
            new("Base de recherche fédérale russe (copie)", "source ouverte", "instantané DEMO-88", new(2023, 12, 21)),
        ],
        Results =
        [
            new("Sanctions", "Aucune correspondance", "Aucune inscription au-dessus du seuil dans les deux listes."),
            new("Recherche russe", "Indice de persécution", new("Art. 337, al. 5. Inscription à l’initiative de l’État persécuteur pour refus de servir ; non retenue contre la personne.", 8)),
            new("Traces publiques", "Cohérent", new("Deux comptes propres ; aucune publication favorable à la guerre.", 3)),
        ],
        NearNamesakes = [new("Officier de même nom, né en 1979", "Patronyme, année et lieu de naissance différents ; autre région militaire.")],
        UnitResult = "unité présente, rôle à distance",
        UnitAnalysis = [new("L’unité 00117 se trouvait du 5 au 12 mars 2022 dans le secteur de l’incident I-07. L’intéressé servait alors une station relais à 40 km, ce que confirment deux sources indépendantes.", 9)],
        ExclusionTrigger = new("Présence de l’unité dans le secteur de l’incident I-07.", 9),
        ExclusionElements =
        [
            new("Acte", "Aucun acte relevant de l’article 1er, F, ne lui est imputable."),
            new("Contribution", new("Le relais ne servait pas l’élément engagé sur le lieu de l’incident.", 9)),
            new("Connaissance et intention", new("A appris l’incident en avril 2022, par la presse.", 5)),
        ],
        ExclusionConclusion = "Élément déclencheur levé ; il n’y a pas de raisons sérieuses de penser qu’une clause d’exclusion s’applique.",
        Limits =
        [
            "Le registre d’incidents ne couvre que les faits publiquement documentés.",
            "Les archives de l’unité ne sont pas accessibles ; les dates de service reposent sur les pièces et l’entretien.",
        ],
        Acts =
        [
            new("Examen", "Analyste des vérifications", "Organisation partenaire A", new(2023, 12, 11)),
            new("Second examen", "Second examinateur", "Organisation partenaire B", new(2023, 12, 15)),
            new("Mise à jour des listes", "Analyste des vérifications", "Organisation partenaire A", new(2024, 1, 9)),
        ],
        SecondReview = "Réalisé par une personne d’une autre organisation, qui n’avait pas mené l’entretien. Conclusion concordante.",
        Dissents = [],
    };

    /// <summary>Shorter than what is broken anywhere, and with words that a narrow column hyphenates.</summary>
    public const string SourceAddress = "https://observatoire.invalid/demo/poursuites-pour-abandon-d-unite/constatations-et-recommandations";

    public const string SourceInEnglish = "Certificates of asylum seekers were not always accepted by the police.";

    public static RiskAssessment Risk { get; } = new()
    {
        OnReturn =
        [
            new("Peine d’emprisonnement encourue pour abandon d’unité, ou renvoi forcé au front.", 8),
            new("Exposition accrue par les prises de position publiques sous son nom.", 6, 7),
        ],
        InHostCountry = [new("Demande d’asile refusée ; signalement possible lors de tout contrôle d’identité.", 4)],
        Sources =
        [
            new("Note pays (DEMO) : poursuites pour abandon d’unité", SourceAddress, "Observatoire fictif des tribunaux (DEMO)", new(2023, 11, 7), "Les personnes renvoyées sont jugées en quelques semaines ; la plupart sont renvoyées au front avec sursis.", "fr"),
            new("Country note (DEMO): asylum procedures in Kazakhstan", "", "Fictitious Bureau for Refugees (DEMO)", new(2023), SourceInEnglish, "en"),
        ],
    };

    public static Declarations Declarations { get; } = new()
    {
        Declaration = new("L’intéressé déclare que les indications du présent dossier sont exactes et complètes, et qu’elles ont été données librement.", 5),
        InOwnWords = new()
        {
            Context = "Relecture du 12 janvier 2024",
            Original = SampleDossier.RussianDeclaration,
            OriginalLanguage = "ru",
            Translation = "Tout ce qui est écrit ici, je l’ai raconté moi-même, sans pression. On m’a lu le texte en russe et j’ai corrigé deux dates.",
            TranslatorFunction = "interprète de l’entretien",
            Annexes = [5],
        },
        InterviewLanguage = "russe",
        ReadBack = new(2024, 1, 12),
        Consents =
        [
            new("Vérifications de sécurité", "Organisations partenaires A et B", new(2023, 5, 9), "2", "russe"),
            new("Transmission du dossier", "France, autorités consulaires et ministère compétent", new(2024, 1, 12), "2", "russe"),
            new("Préparation de l’accueil", "Structure d’accueil, données minimales", new(2024, 1, 12), "2", "russe"),
        ],
        Signatories =
        [
            new("Personne concernée", "Lu et approuvé en russe.", new(2024, 1, 12)),
            new("Agent chargé de l’entretien", "Atteste la fidélité du compte rendu.", new(2024, 1, 12)),
            new("Interprète", "Atteste la fidélité de l’interprétation.", new(2024, 1, 12)),
        ],
    };
}
