namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>A fact without which there is no dossier is not on file. The code names the fact and nothing of the person.</summary>
public sealed class DossierIncompleteException(string code) : Exception($"The dossier cannot be made: {code}.")
{
    public string Code { get; } = code;
}
