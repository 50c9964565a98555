using System.Xml.Linq;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>Lets the web framework keep its data-protection keys in our database, sealed, so that all nodes share them and a dump shows none.</summary>
internal sealed class FrameworkKeys(CaseDatabase cases, InstallationSealer sealer) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = new FrameworkKeyRows(cases);
        options.XmlEncryptor = new FrameworkKeyEncryptor(sealer);
    }
}

/// <summary>The rows behind the framework's keys. The framework asks synchronously, a few times a day.</summary>
internal sealed class FrameworkKeyRows(CaseDatabase cases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = cases.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = cases.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKeyRow { Id = Ids.New(), FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

/// <summary>Seals a framework key under the installation key.</summary>
internal sealed class FrameworkKeyEncryptor(InstallationSealer sealer) : IXmlEncryptor
{
    internal const string Context = "data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var content = sealer.Seal(Context, System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(content)), typeof(FrameworkKeyDecryptor));
    }
}

/// <summary>Opens a framework key; the framework makes it by name and hands it the services.</summary>
public sealed class FrameworkKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement)
    {
        var plain = services.GetRequiredService<InstallationSealer>().Open(FrameworkKeyEncryptor.Context, Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(plain));
    }
}
