using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.JourneyTests.Hosting;

namespace HumanitarianEntry.JourneyTests.Navigators;

/// <summary>What intake officers, screeners and evidence custodians do on their pages.</summary>
public static class ScreenerSteps
{
    public const string Audience = "screeners";

    public static Task PlanSafeContactAsync(this StaffDesk desk, string mail) => desk.SendAsync(
        "contact/plan",
        ("Channels[0].Kind", "SecureSpace"), ("Channels[0].MayLeaveMessage", "True"),
        ("Channels[1].Kind", "Email"), ("Channels[1].Address", mail), ("Channels[1].SafeHours", "19:00-22:00"), ("Channels[1].TimeZone", "Asia/Almaty"), ("Channels[1].MayLeaveMessage", "True"),
        ("CodePhrase", "как погода на озере"), ("DuressPhrase", "у нас всё по плану"), ("WhatMayBeSaid", "Только «есть новости»."), ("MailNotices", "True"));

    public static async Task RecordThePersonAsync(this StaffDesk desk)
    {
        await desk.SendAsync("identity/name", ("Kind", "Birth"), ("Script", "Cyrillic"), ("Family", "Щуренков"), ("Given", "Артём"), ("Patronymic", "Юрьевич"), ("Source", "internal passport"));
        await desk.SendAsync("identity/name", ("Kind", "Alias"), ("Script", "Latin"), ("Family", "SHCHURENKOV"), ("Given", "ARTEM"), ("Source", "machine-readable zone"));
        await desk.SendAsync("identity/birth", ("BornOn", "1998-03-14"), ("Sex", "M"), ("Nationalities", "RUS"), ("Place", "Тверь (DEMO)"), ("Country", "RU"));
        await desk.SendAsync("identity/document", ("Kind", "InternalPassport"), ("SeenAs", "Original"), ("HeldBy", "applicant"), ("HasPhoto", "True"), ("Series", "0024"), ("Number", "000101"), ("IssuedOn", "2018-04-02"));
        await desk.SendAsync(
            "identity/obstacle",
            ("WhyNoneHeld", "N’a jamais eu de passeport pour l’étranger. (DEMO)"), ("WhyNoneFromOwnState", "Recherché pour avoir quitté son unité. (DEMO)"),
            ("WhyNoneFromHostState", "Le Kazakhstan ne délivre pas de titre de voyage aux demandeurs déboutés. (DEMO)"));
    }

    public static Task ComparePhotoAsync(this StaffDesk desk) => desk.SendAsync("identity/photo", ("Document", "D1"), ("Result", "SamePerson"));

    public static Task GradeIdentityAsync(this StaffDesk desk) =>
        desk.SendAsync("identity/grade", ("Grade", "A"), ("LiveVideoSeen", "True"), ("Reason", "Паспорт видели в оригинале, фото сверили двое. (DEMO)"));

    /// <summary>The whole structured interview, section by section; one answer is marked for the exclusion assessment.</summary>
    public static async Task InterviewAsync(this StaffDesk desk, string marked)
    {
        await desk.SendAsync("interview/start", ("Mode", "Video"), ("Language", "ru"));
        foreach (var section in Questionnaire.Current.Questions.GroupBy(q => q.Section, StringComparer.Ordinal))
        {
            var questions = section.ToList();
            (string, string)[] answers =
            [
                .. questions.Select((q, i) => (q, i)).Where(x => x.q.Required).SelectMany(x => new[]
                {
                    ($"Answers[{x.i}].Value", $"DEMO: answer {x.q.Code}, in the working language."), ($"Answers[{x.i}].Verbatim", $"ДЕМО: ответ {x.q.Code}, своими словами."),
                }),
                .. questions.Select((q, i) => (q, i)).Where(x => x.q.Code == marked).SelectMany(x => new[]
                {
                    ($"Answers[{x.i}].Value", "DEMO: served at a relay 40 km away."), ($"Answers[{x.i}].Trigger", "True"),
                }),
            ];
            if (answers.Length > 0)
            {
                await desk.SendAsync($"interview/questions/{section.Key.ToLowerInvariant()}", answers);
            }
        }

        await desk.SendAsync(
            "interview/service",
            ("Force", "army (DEMO)"), ("Unit", "00117"), ("Place", "DEMO place"), ("From", "2020-07"), ("To", "2022-09-26"), ("Basis", "Contract"), ("Rank", "lieutenant"), ("Post", "signals"),
            ("OnUkrainianTerritory", "True"), ("RemoteRole", "True"));
        await desk.SendAsync("interview/prosecution", ("State", "RU"), ("Article", "337 ч. 5"), ("Status", "WantedFederal"), ("LearntFrom", "relatives"), ("On", "2022-12"));
        var lines = Questionnaire.Current.Questions.Count(q => q.Required || q.Code == marked);
        await desk.SendAsync("interview/read-back", [.. Enumerable.Range(0, lines).Select(line => ($"Lines[{line}].Heard", "True")), ("Confirmed", "True")]);
        await desk.SendAsync(
            "interview/statement",
            ("Language", "ru"), ("Text", "ДЕМО: меня зовут Артём, я был офицером связи и отказался от войны."), ("Signed", "True"),
            ("TranslationLanguage", "fr"), ("Translation", "DÉMO : je m’appelle Artiom, j’étais officier de transmissions et j’ai refusé la guerre."), ("TranslatorFunction", "traducteur assermenté (DEMO)"));
    }

    public static Task AddEvidenceAsync(this StaffDesk desk, string picture, string type, string title, string on, string weight) => desk.SendAsync(
        "evidence/new",
        ("Type", type), ("Title", title), ("Origin", "public page (DEMO)"), ("ClaimedOn", on), (weight, "True"), ("File", Repository.DemoPicture(picture)));

    /// <summary>Does every check, names as many outside sources as the corroboration needs, and grades.</summary>
    public static async Task JudgeEvidenceAsync(this StaffDesk desk, string label, EvidenceType type, string reliability, string credibility, params string[] sources)
    {
        await desk.SendAsync($"evidence/{label}/checks", [.. MinimumChecks.Of(type).Select(c => ("Checks", c.ToString())), ("Outcome", "Done")]);
        foreach (var source in sources)
        {
            await desk.SendAsync($"evidence/{label}/support", ("Kind", "OutsideSource"), ("Source", source), ("Description", "DEMO: says the same."));
        }

        await desk.GradeEvidenceAsync(label, reliability, credibility);
    }

    public static Task GradeEvidenceAsync(this StaffDesk desk, string label, string reliability, string credibility) => desk.SendAsync(
        $"evidence/{label}/grade",
        ("Reliability", reliability), ("Credibility", credibility), ("HowVerified", "DEMO: archived page and two witnesses who do not know each other."));
}
