using System.Text;

namespace HumanitarianEntry.Screening.Names;

/// <summary>Text that can be normalised: halves of surrogate pairs, which damaged files hold, become the replacement character.</summary>
internal static class WellFormedText
{
    public static string Of(string text) => text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text;

    public static string Composed(string text) => Of(text).Normalize(NormalizationForm.FormC);
}
