package org.lottrace.cost.internal;

import java.util.Map;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.TraceEvent;

/** A cost that became known beside movements, by its document. */
final class CostRule implements BookingRule {
    private final Map<DocumentType, BookingRule> rules;

    CostRule(ConsignedUse consigned) {
        rules = Map.of(
                DocumentType.SUPPLIER_INVOICE, new InvoiceRule(),
                DocumentType.CREDIT_NOTE, new CreditNoteRule(),
                DocumentType.LANDED_COST, new LandedCostRule(),
                DocumentType.ABSORBED_COST, new AbsorptionRule(),
                DocumentType.REVALUATION, new RevaluationRule(),
                DocumentType.COST_METHOD, new CostMethodRule(),
                DocumentType.CONSIGNMENT, new TakeOverRule(consigned),
                DocumentType.EXCHANGE_RATES,
                        (event, posting) -> {}, // what is recorded at a rate has it in its own record
                DocumentType.TRANSFER_PRICES, (event, posting) -> {}); // looked up by what goes from company to company
    }

    @Override
    public void book(TraceEvent event, Posting posting) {
        DocumentType type = event.documents().stream()
                .findFirst()
                .orElseThrow(() -> new UnbookableEventException("it names no document"))
                .type();
        rules.getOrDefault(type, CostRule::unknown).book(event, posting);
    }

    private static void unknown(TraceEvent event, Posting posting) {
        throw new UnbookableEventException(
                "there is no booking for " + event.documents().get(0));
    }
}
