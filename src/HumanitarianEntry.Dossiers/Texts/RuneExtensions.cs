using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Dossiers.Texts;

internal static class RuneExtensions
{
    /// <summary>A mark that is set over, under or around the character before it.</summary>
    public static bool IsMark(this Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
