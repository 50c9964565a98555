namespace HumanitarianEntry.Domain.Cases;

/// <summary>The place of one compartment in a case file: what lies in it is looked at when somebody first needs it, and is the same ever after. Equal to every other with equal facts.</summary>
internal sealed class Drawer<T> : IEquatable<Drawer<T>>
    where T : CompartmentFacts
{
    private readonly Func<T>? open;
    private T? facts;

    public Drawer(T facts) => this.facts = facts;

    public Drawer(Func<T> open) => this.open = open;

    public T Facts => Volatile.Read(ref facts) ?? Open();

    public bool Equals(Drawer<T>? other) => ReferenceEquals(this, other) || (other is not null && Facts.Equals(other.Facts));

    public override bool Equals(object? obj) => Equals(obj as Drawer<T>);

    public override int GetHashCode() => Facts.GetHashCode();

    private T Open()
    {
        var found = open!();
        return Interlocked.CompareExchange(ref facts, found, null) ?? found;
    }
}
