namespace HumanitarianEntry.Web.Liaisons.Comparing;

/// <summary>What differs in a file, in the reader's language; the codes are those of verify-dossier.</summary>
public static class ComparedWords
{
    public static string Of(string code) => code switch
    {
        "signature-removed" or "not-signed" => S("It has no signature: another program saved it anew, or it is a draft."),
        "signature-of-another-form" => S("It is signed, but not in the way our dossiers are."),
        "bytes-after-signature" => S("Something was added behind what was signed."),
        "content-changed" => S("What was signed was changed afterwards, or another program saved it anew."),
        "signature-broken" => S("The signature is damaged."),
        "key-differs" => S("Another key signed it than the one it names."),
        "key-unknown" => S("The key that signed it is not ours."),
        "key-compromised" => S("The key that signed it can no longer be relied on. Ask for a new copy."),
        "signed-before-key" or "key-retired" => S("It says that it was signed at a time when its key was not in use."),
        "annex-missing" => S("An annex was removed."),
        "annex-changed" => S("An annex is not the file that was attached."),
        "annex-added" => S("A file was attached that the dossier does not have."),
        "damaged" => S("The file is damaged or was cut off."),
        _ => S("It is not as it was made."),
    };
}
