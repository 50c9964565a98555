using System.Text.Json;
using System.Text.Json.Serialization;

namespace HumanitarianEntry.Notices;

/// <summary>Reads template files strictly: an unknown, missing or doubled key is a fault of the file, never skipped.</summary>
internal static class TemplateJson
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Disallow,
    };

    public static T Read<T>(string path)
    {
        if (!File.Exists(path))
        {
            throw new TemplateException(path, "is missing");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Strict) ?? throw new TemplateException(path, "is empty");
        }
        catch (JsonException fault)
        {
            throw new TemplateException(path, $"cannot be read: {fault.Message}");
        }
    }

    /// <summary>Refuses the file unless it has exactly these keys, each once.</summary>
    public static void RequireExactly(string path, string what, IEnumerable<string> expected, IEnumerable<string> found)
    {
        string[] wanted = [.. expected];
        string[] present = [.. found];
        string[] missing = [.. wanted.Except(present, StringComparer.Ordinal)];
        string[] unknown = [.. present.Except(wanted, StringComparer.Ordinal)];
        if (missing.Length > 0)
        {
            throw new TemplateException(path, $"has no {what} for: {string.Join(", ", missing)}");
        }

        if (unknown.Length > 0)
        {
            throw new TemplateException(path, $"has {what} for names nobody knows: {string.Join(", ", unknown)}");
        }
    }
}
