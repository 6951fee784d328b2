package org.lottrace.edi.asn856.internal;

import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.ReadSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.store.ItemStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A customer's RECADV about goods that we shipped, by the rules of {@link InboundReceivingAdvice}. */
@Component(service = TransactionSetHandler.class)
public final class InboundReceivingMessages implements TransactionSetHandler {
    private final InboundReceivingAdvice advices;

    @Activate
    public InboundReceivingMessages(
            @Reference Ledger ledger,
            @Reference ItemStore items,
            @Reference CaseOpening cases,
            @Reference SentInterchanges sent) {
        this.advices = new InboundReceivingAdvice(ledger, items, cases, sent);
    }

    @Override
    public String transactionSet() {
        return OutboundTransactionSet.RECEIVING_MESSAGE;
    }

    @Override
    public HandledSet handle(InboundTransactionSet set) {
        return advices.handle(set);
    }

    @Override
    public ReadSet preview(InboundTransactionSet set) {
        return advices.preview(set);
    }
}
