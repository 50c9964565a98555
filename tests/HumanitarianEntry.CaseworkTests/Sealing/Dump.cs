namespace HumanitarianEntry.CaseworkTests.Sealing;

/// <summary>Everything that lies in a folder, as somebody would have it who took the disk.</summary>
internal static class Dump
{
    public static IEnumerable<byte[]> Folder(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            yield return content;
        }
    }
}
