using HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>DEMO: sections 1 to 6 of the sample.</summary>
internal static class SampleOpening
{
    public static EntryRequest Request { get; } = new()
    {
        Who = "Ressortissant russe né en 1998, ancien officier des transmissions, célibataire, sans personne à charge.",
        EntryAsked = "Il est demandé l’autorisation d’entrée en France pour un court séjour et la délivrance d’un laissez-passer consulaire valable pour un seul voyage.",
        LegalBasis =
        [
            new("Décret n° 2004-1543, article 8 : laissez-passer délivré à un étranger dépourvu de tout titre de voyage et ne pouvant en obtenir ni de ses autorités ni des autorités locales.", 2),
            "Convention de Genève du 28 juillet 1951, pour la protection demandée après l’arrivée.",
        ],
        Urgency = new("Séjour prolongé jusqu’au 31 décembre 2024 ; avis de recherche fédéral en Russie ; risque d’éloignement en hausse dans le pays de séjour.", 4, 8),
        Recommendation = "Favorable. Proposition du 8 janvier 2024, décision concordante d’un second agent le 10 janvier 2024.",
        Grounds =
        [
            new("Refus de participer à la guerre établi par un rapport de démission enregistré le 25 août 2022.", 1),
            new("Engagement public contre la guerre, constant de janvier à septembre 2023, commencé avant tout contact avec notre organisation.", 3, 6, 7),
            new("Poursuites pénales en Russie pour abandon d’unité, qui constituent des indices de persécution.", 8),
        ],
        OpenDoubts =
        [
            new("L’étendue de l’avis de recherche (fédérale ou étendue aux États voisins) n’est pas établie à la date du dossier.", 8),
        ],
    };

    public static CaseSummary Case { get; } = new()
    {
        Priority = "Urgente",
        PriorityReason = "Échéance du séjour et aggravation du risque dans le pays de séjour.",
        Persons = 1,
        Opened = new(2023, 5, 2),
        LinkedCases = [],
    };

    public static PersonSheet Person { get; } = new()
    {
        SurnameCyrillic = "Щуренков",
        GivenNamesCyrillic = "Артём",
        PatronymicCyrillic = "Юрьевич",
        SurnameIcao = "SHCHURENKOV",
        GivenNamesIcao = "ARTEM",
        Spellings =
        [
            new("Щуренков Артем", "certificat de demandeur d’asile (sans ё)"),
            new("Schurenkov Artyom", "entretien publié dans la presse"),
            new("Chtchourenkov Artiom", "transcription française d’usage"),
        ],
        Birth = new(1998, 3, 14),
        BirthPlace = "région de Perm, Russie (DEMO)",
        Sex = "masculin",
        Nationalities = ["russe"],
        Photograph = TinyPng.Silhouette(),
        DocumentsHeld =
        [
            new("Passeport intérieur russe", "0024 001010", new(2018, 4), "sans limite avant 45 ans", new("Original vu, zone de lecture contrôlée", 2)),
            new("Certificat de demandeur d’asile (Kazakhstan)", "DEMO-00471", new(2022, 9, 30), "jusqu’au 31 décembre 2024", new("Original vu", 4)),
        ],
        DocumentsMissing =
        [
            new("Passeport pour l’étranger", "N’en a jamais détenu : la demande faite en 2020 a été refusée en raison de l’habilitation au secret."),
            new("Livret militaire", new("Retenu par l’unité 00117 depuis 2019.", 5)),
        ],
        IdentityGrade = IdentityGrade.A,
        IdentityGradeReason = new("Passeport intérieur vu en original ; deux agents ont comparé séparément la photographie et la personne.", 2),
    };

    public static TravelDocumentObstacle TravelDocument { get; } = new()
    {
        Finding = "L’intéressé ne détient aucun titre de voyage et ne peut en obtenir ni des autorités russes ni des autorités kazakhstanaises. Les deux conditions de l’article 8 du décret n° 2004-1543 sont réunies.",
        WhyNone = [new("Il n’a jamais détenu de passeport pour l’étranger et a quitté la Russie avec son seul passeport intérieur.", 2)],
        OwnAuthorities =
        [
            new("Toute demande auprès d’un consulat russe révélerait sa présence à l’État qui le recherche.", 8),
            "La sortie du territoire lui est interdite en raison de l’habilitation au secret et de la procédure pénale en cours.",
        ],
        LocalAuthorities = [new("Le Kazakhstan ne délivre de titre de voyage qu’aux réfugiés reconnus ; sa demande d’asile a été refusée en mars 2023.", 4)],
    };

    public static HostSituation Host { get; } = new()
    {
        Country = "Kazakhstan",
        Arrival = new("26 septembre 2022, par un point de passage terrestre ouvert, sur présentation du passeport intérieur.", 4),
        RemovalRisks = ["Élevé. Les deux États partagent une base de recherche ; des éloignements en quelques heures ont été rapportés."],
        Stays =
        [
            new("Kazakhstan", "Séjour sans visa", new(2022, 9, 26), new(2022, 9, 30)),
            new("Kazakhstan", "Certificat de demandeur d’asile", new(2022, 9, 30), new(2023, 3)),
            new("Kazakhstan", "Recours pendant, séjour prolongé", new(2023, 3), new(2024, 12, 31)),
        ],
        Procedures =
        [
            new(new(2022, 9, 30), new("Demande d’asile déposée, dans le délai de cinq jours.", 4)),
            new(new(2023, 3), new("Demande refusée en première instance.", 4)),
            new(new(2023, 4), "Recours formé par le conseil."),
        ],
        Incidents = [new(new(2023, 8), "Contrôle de logement par la police ; documents vérifiés, intéressé laissé libre.")],
    };
}
