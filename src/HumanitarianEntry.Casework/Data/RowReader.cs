using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HumanitarianEntry.Casework.Data;

/// <summary>Makes rows out of a reader with the mappings of the model but without its query pipeline, which costs more than the reading where a few rows are read often.</summary>
internal sealed class RowReader<T>
{
    private readonly Func<DbDataReader, T> read;

    private RowReader(Func<DbDataReader, T> read) => this.read = read;

    /// <summary>Every property of <typeparamref name="T"/> that can be set is the column of the property of that name in one of the types; the first that has it counts.</summary>
    /// <exception cref="InvalidOperationException">No type has the property.</exception>
    /// <exception cref="IndexOutOfRangeException">The reader lacks the column.</exception>
    public static RowReader<T> For(DbDataReader shape, params IReadOnlyList<IEntityType> types)
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => Expression.Bind(p, Column(reader, shape, Mapped(types, p.Name))));
        return new RowReader<T>(Expression.Lambda<Func<DbDataReader, T>>(Expression.MemberInit(Expression.New(typeof(T)), columns), reader).Compile());
    }

    public async Task<List<T>> ListAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static IProperty Mapped(IReadOnlyList<IEntityType> types, string name) =>
        types.Select(t => t.FindProperty(name)).OfType<IProperty>().FirstOrDefault() ?? throw new InvalidOperationException($"{typeof(T).Name}.{name} is not mapped.");

    private static Expression Column(ParameterExpression reader, DbDataReader shape, IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var (method, ordinal) = (mapping.GetDataReaderMethod(), Expression.Constant(shape.GetOrdinal(property.GetColumnName())));
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(method.DeclaringType == typeof(DbDataReader) ? reader : Expression.Convert(reader, method.DeclaringType!), method, ordinal));
        if (mapping.Converter is { } converter)
        {
            value = Expression.Invoke(converter.ConvertFromProviderExpression, As(value, converter.ProviderClrType));
        }

        value = As(value, property.ClrType);
        return property.IsNullable ? Expression.Condition(Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, ordinal), Expression.Default(property.ClrType), value) : value;
    }

    private static Expression As(Expression value, Type type) => value.Type == type ? value : Expression.Convert(value, type);
}
