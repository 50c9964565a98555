using HumanitarianEntry.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Auditors.Agreement;

[Route("auditors/agreement")]
public sealed class AgreementController(ReviewFigures figures) : Shared.Reviews.AgreementController(figures);
