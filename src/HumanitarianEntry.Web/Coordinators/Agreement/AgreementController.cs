using HumanitarianEntry.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Agreement;

[Route("coordinators/agreement")]
public sealed class AgreementController(ReviewFigures figures) : Shared.Reviews.AgreementController(figures);
