package org.lottrace.api.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lottrace.api.account.AccountCriterion;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.ReservationKind;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.code.Coded;
import org.lottrace.api.configuration.SettingKind;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CogsGroup;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.LotFinding;
import org.lottrace.api.cost.PeriodState;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.Revaluation;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.handover.JournalFileFormat;
import org.lottrace.api.identification.ScanForm;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelKind;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterUseKind;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.NoticeState;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.ScanAnswer;
import org.lottrace.api.movement.ScanJob;
import org.lottrace.api.movement.ShipmentPaper;
import org.lottrace.api.operation.EndedOperation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.OrderStage;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.api.order.ProductionStatus;
import org.lottrace.api.overview.SearchKind;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.planning.AdviceKind;
import org.lottrace.api.planning.ForecastMethod;
import org.lottrace.api.planning.IssuePolicy;
import org.lottrace.api.planning.PassedReason;
import org.lottrace.api.planning.PlannedUseKind;
import org.lottrace.api.planning.RiskBasis;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.recall.EffectivenessLevel;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.PublicWarning;
import org.lottrace.api.recall.RecallClass;
import org.lottrace.api.recall.RecallDepth;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallRegime;
import org.lottrace.api.recall.RecallTrigger;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.api.recall.report.OwnerFigures;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockDocumentKind;

/** Every list of codes: a constant is written as its code. */
final class CodeForms {
    static final List<TextForm<?>> ALL = List.of(
            of(Account.class),
            of(AccountCriterion.class),
            of(AllocationKey.class),
            of(AuditKind.class),
            of(Basis.class),
            of(CaptureSource.class),
            of(CloseCheck.Kind.class),
            of(CogsGroup.class),
            of(CostMethod.class),
            of(LotFinding.class),
            of(ComparisonState.class),
            of(CostElement.class),
            of(PeriodState.class),
            of(PeriodStep.Kind.class),
            of(DecimalStyle.class),
            of(Counting.class),
            of(DateKind.class),
            of(DifferenceKind.class),
            of(Direction.class),
            of(Disposition.class),
            of(DocumentType.class),
            of(Drill.Step.class),
            of(Drill.Target.class),
            of(OwnerFigures.Known.class),
            of(Edge.Certainty.class),
            of(EffectivenessLevel.class),
            of(EndedOperation.Ending.class),
            of(EventType.class),
            of(FollowUp.class),
            of(ImportFormat.class),
            of(ImportSubject.class),
            of(InterchangeStatus.class),
            of(ItemType.class),
            of(JournalFileFormat.class),
            of(KeyDataType.class),
            of(LocationType.class),
            of(LoginMethod.class),
            of(LotCapture.class),
            of(NoticeState.class),
            of(ProductionRole.class),
            of(ProductionStatus.class),
            of(NoteTopic.class),
            of(LotAction.class),
            of(MasterAction.class),
            of(MasterKind.class),
            of(MasterUseKind.class),
            of(NoticeKind.class),
            of(PartyRole.class),
            of(PlaceKind.class),
            of(PublicWarning.class),
            of(Purpose.class),
            of(Fairness.class),
            of(GoodsCondition.class),
            of(Rotation.class),
            of(RecallClass.class),
            of(RecallDepth.class),
            of(RecallDisposal.Kind.class),
            of(RecallFactKind.class),
            of(LabelFormat.class),
            of(LabelKind.class),
            of(RecallMode.class),
            of(ScanForm.class),
            of(RecallRegime.class),
            of(RecallTrigger.class),
            of(Repeat.class),
            of(ReservationKind.class),
            of(Revaluation.Kind.class),
            of(Role.class),
            of(SearchKind.class),
            of(SettingKind.class),
            of(ShelfLifeStart.class),
            of(StockDocumentKind.class),
            of(ForecastMethod.class),
            of(AdviceKind.class),
            of(PlannedUseKind.class),
            of(IssuePolicy.class),
            of(PassedReason.class),
            of(RiskBasis.class),
            of(StockState.class),
            of(TextEncoding.class),
            of(TrackingMode.class),
            of(OrderStage.class),
            of(PaperLanguage.class),
            of(SampleFate.class),
            of(ScanAnswer.Meaning.class),
            of(ScanAnswer.Missing.class),
            of(ScanJob.class),
            of(ShipmentPaper.class),
            of(Whereabouts.State.class));

    private CodeForms() {}

    /** @return all codes of a list, for people */
    static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E> & Coded> TextForm<E> of(Class<E> type) {
        String owner =
                type.getEnclosingClass() == null ? "" : type.getEnclosingClass().getSimpleName();
        return new TextForm<>(
                type,
                words(owner + type.getSimpleName()),
                type.getEnumConstants()[0].code(),
                "one of " + codes(type),
                Coded::code,
                text -> Coded.of(type, text));
    }

    /** {@code EventType} is an event type. */
    private static String words(String name) {
        return name.replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
