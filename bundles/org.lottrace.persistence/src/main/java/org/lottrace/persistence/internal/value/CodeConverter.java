package org.lottrace.persistence.internal.value;

import jakarta.persistence.AttributeConverter;
import org.lottrace.api.code.Coded;

/** Stores a constant as the code that its type owns, and never as Java's name of it. */
public abstract class CodeConverter<E extends Enum<E> & Coded> implements AttributeConverter<E, String> {
    private final Class<E> type;

    protected CodeConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(E constant) {
        return constant == null ? null : constant.code();
    }

    @Override
    public E convertToEntityAttribute(String code) {
        return code == null ? null : Coded.of(type, code);
    }
}
