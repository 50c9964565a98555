namespace HumanitarianEntry.Web.Administrators;

/// <summary>Addresses of this audience.</summary>
internal static class Paths
{
    public const string Home = "/administrators";
    public const string Accounts = Home + "/accounts";
    public const string Lists = Home + "/screening-lists";
    public const string ListImports = Lists + "/imports";
    public const string ListMappings = Lists + "/mappings";
    public const string Registers = Home + "/registers";
    public const string RegisterImports = Registers + "/imports";
    public const string Outbox = Home + "/outbox";
    public const string Mails = Home + "/mails";
    public const string ReferralTokens = Home + "/referral-tokens";
    public const string DoneMessage = "Done";
}
