using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.Notices;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Demands at start what every offered dossier will need: the look, and complete texts in each language of each open programme.</summary>
public static partial class DossierTemplates
{
    /// <param name="templates">The folder that holds the folder "dossier".</param>
    /// <exception cref="TemplateException">A file is missing or incomplete; the message names it. The program must not start.</exception>
    public static void Demand(string templates, IEnumerable<Programme> programmes)
    {
        var folder = Path.Combine(templates, "dossier");
        DemandLook(folder);
        // A programme that is not open makes no dossiers; it is asked for its texts when it opens.
        foreach (var programme in programmes.Where(p => p.Settings.Status == ProgrammeStatus.Open))
        {
            foreach (var language in programme.Settings.DossierLanguages)
            {
                DemandTexts(folder, language, programme.Settings.Id);
            }
        }
    }

    private static void DemandLook(string folder)
    {
        try
        {
            _ = TypstTemplates.Load(folder);
        }
        catch (DossierRenderException refused)
        {
            throw new TemplateException(Path.Combine(folder, TypstTemplates.Main), $"cannot be used: {refused.Message.TrimEnd('.')}");
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.typ"))
        {
            var missing = Imported().Matches(File.ReadAllText(file)).Select(m => Path.Combine(folder, m.Groups["file"].Value)).FirstOrDefault(f => !File.Exists(f));
            if (missing is not null)
            {
                throw new TemplateException(missing, $"is missing: {Path.GetFileName(file)} needs it");
            }
        }
    }

    private static void DemandTexts(string folder, string language, string programme)
    {
        var path = Path.Combine(folder, language + ".json");
        if (!language.All(char.IsAsciiLetterLower) || !File.Exists(path))
        {
            throw new TemplateException(path, $"is missing: the programme '{programme}' offers dossiers in '{language}'. Write these texts, or take the language out of its dossierLanguages");
        }

        try
        {
            if (DossierTexts.Load(folder, language).Language != language)
            {
                throw new TemplateException(path, $"says that it is in another language than '{language}'");
            }
        }
        catch (InvalidDataException incomplete)
        {
            throw new TemplateException(path, $"cannot be used: {incomplete.Message.TrimEnd('.')}");
        }
    }

    [GeneratedRegex("import\\s+\"(?<file>[^\"/]+\\.typ)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Imported();
}
