using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>One numbered section of the dossier.</summary>
internal interface IDossierSection
{
    string Title { get; }

    /// <summary>Begins on a new page.</summary>
    bool OnPageOfItsOwn => IsSheetApart;

    /// <summary>Begins and ends a sheet, so that it can be taken out.</summary>
    bool IsSheetApart => false;

    IEnumerable<Block> Blocks(DossierContent content, Wording wording);
}
