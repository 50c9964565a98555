namespace HumanitarianEntry.Web.Hosting;

/// <summary>One typed answer of a form that could not be accepted.</summary>
public sealed record KeptField(string Name, string Value);

/// <summary>
/// What was typed into a form that arrived after the session had ended. Files are not kept, only counted.
/// <paramref name="CanShowAgain"/>: the action draws its form filled in when asked to look only.
/// </summary>
public sealed record KeptForm(string Target, IReadOnlyList<KeptField> Fields, int FilesLeftOut, bool CanShowAgain);

public static class ExpiredForm
{
    /// <summary>Carries the sealed form through the sign-in.</summary>
    public const string KeptFieldName = "__kept";

    /// <summary>Asks the action to show the form filled in and do nothing else.</summary>
    public const string LookField = "__look";

    public static readonly TimeSpan Life = TimeSpan.FromHours(1);
}

/// <summary>
/// Keeps a refused form for the person who typed it. Nothing is stored on the server: the form travels sealed in the page itself,
/// opens only in the browser it was typed in, only for the person who was signed in there, and only for <see cref="ExpiredForm.Life"/>.
/// </summary>
public interface IFormKeeper
{
    /// <summary>Reads the refused form; null when it may not be kept (other site, unknown browser, too large, a sign-in form).</summary>
    Task<KeptForm?> ReadAsync(HttpContext context);

    /// <summary>Seals a form that <see cref="ReadAsync"/> returned for this request.</summary>
    string Seal(HttpContext context, KeptForm form);

    /// <summary>Opens a sealed form for the person who just signed in; null when it is not theirs, too old or damaged.</summary>
    KeptForm? Open(HttpContext context, string sealedForm, string subject);
}

/// <summary>A form that must never be kept: it holds a password or a code.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeverKeptAttribute : Attribute;

/// <summary>
/// Promise of a POST action: when the model state is invalid it returns its form with what was typed and does nothing else.
/// A kept form is then shown filled in on its own page; otherwise the person gets a list of the answers and a button to send them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShowsFormAgainAttribute : Attribute;
