package org.lottrace.persistence.internal.recall;

import jakarta.persistence.Converter;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.persistence.internal.value.CodeConverter;

/** How the kind of a fact is stored. */
@Converter
public final class FactKindCode extends CodeConverter<RecallFactKind> {
    public FactKindCode() {
        super(RecallFactKind.class);
    }
}
