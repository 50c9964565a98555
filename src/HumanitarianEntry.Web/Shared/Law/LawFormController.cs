using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Law;

/// <summary>A form about the legal situation, the same for everybody who may record it. It goes on with a fact when the address names its label.</summary>
public abstract class LawFormController<TForm>(CaseDoor door, string view) : ActController<TForm>(door)
    where TForm : LawForm, new()
{
    protected override string Purpose => "legal-situation";

    protected override string FormView => $"/Shared/Law/{view}.cshtml";

    protected override string Done => S("Recorded. What stood there before is kept.");

    protected override string NextPath(CaseView view) => CasePath + view.File.Reference + "/law";

    protected override bool MayFill(CaseView view) => RolesOn(view).Any(role => AccessTable.For(role, Compartment.Legal) == Access.Write);

    protected override TForm FirstForm(CaseView view) =>
        Request.Query["continues"].ToString() is { Length: > 0 } label && Known(view.File, label) is { } known ? known : New(view.File);

    /// <summary>The form with what is known of a fact; null when there is none of this label.</summary>
    protected abstract TForm? Known(CaseFile file, string label);

    protected abstract TForm New(CaseFile file);

    protected static T? Of<T>(IEnumerable<Recorded<T>> facts, string label)
        where T : class, ILabelled => facts.LastOrDefault(f => f.Value.Label == label)?.Value;
}

public abstract class ProcedureController(CaseDoor door) : LawFormController<ProcedureForm>(door, "Procedure")
{
    protected override ProcedureForm? Known(CaseFile file, string label) => Of(file.Legal.Procedures, label) is { } known ? ProcedureForm.From(known) : null;

    protected override ProcedureForm New(CaseFile file) => new() { Country = file.CountryOfStay };

    protected override Act ToAct(ProcedureForm form) => form.ToAct();
}

public abstract class CourtController(CaseDoor door) : LawFormController<CourtForm>(door, "Court")
{
    protected override CourtForm? Known(CaseFile file, string label) => Of(file.Legal.CourtEvents, label) is { } known ? CourtForm.From(known) : null;

    protected override CourtForm New(CaseFile file) => new() { Country = file.CountryOfStay, Zone = PersonClock.Of(file.CountryOfStay).Id };

    protected override Act ToAct(CourtForm form) => form.ToAct();
}

public abstract class RemovalController(CaseDoor door) : LawFormController<RemovalForm>(door, "Removal")
{
    protected override RemovalForm? Known(CaseFile file, string label) => Of(file.Legal.RemovalOrders, label) is { } known ? RemovalForm.From(known) : null;

    protected override RemovalForm New(CaseFile file) => new() { Country = file.CountryOfStay };

    protected override Act ToAct(RemovalForm form) => form.ToAct();
}

public abstract class ExitController(CaseDoor door) : LawFormController<ExitForm>(door, "Exit")
{
    protected override ExitForm? Known(CaseFile file, string label) => Of(file.Legal.ExitRestrictions, label) is { } known ? ExitForm.From(known) : null;

    protected override ExitForm New(CaseFile file) => new() { Country = file.CountryOfStay };

    protected override Act ToAct(ExitForm form) => form.ToAct();
}

public abstract class WantedController(CaseDoor door) : LawFormController<WantedForm>(door, "Wanted")
{
    protected override WantedForm? Known(CaseFile file, string label) => Of(file.Legal.WantedStatuses, label) is { } known ? WantedForm.From(known) : null;

    protected override WantedForm New(CaseFile file) => new();

    protected override Act ToAct(WantedForm form) => form.ToAct();
}
