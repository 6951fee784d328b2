package org.lottrace.persistence.internal;

import java.util.Collection;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;

/**
 * {@code x = any_id(:ids, 0)} and {@code x = any_text(:texts, 0)} in HQL: an array is one parameter, so a query is translated and
 * planned once for lists of any length. {@code x in :ids} is translated anew at each call; so is a query with a parameter as the last
 * argument of a function, which to Hibernate may be a list, too. Hence the 0, which nobody reads.
 */
public final class AnyOf implements FunctionContributor {
    /** @return as the parameter of {@code any_id} */
    public static Long[] ids(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    /** @return as the parameter of {@code any_text} */
    public static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    @Override
    public void contributeFunctions(FunctionContributions functions) {
        register(functions, "any_id", StandardBasicTypes.LONG);
        register(functions, "any_text", StandardBasicTypes.STRING);
    }

    private static void register(FunctionContributions functions, String name, BasicTypeReference<?> element) {
        functions
                .getFunctionRegistry()
                .patternDescriptorBuilder(name, "any(?1)")
                .setExactArgumentCount(2)
                .setInvariantType(
                        functions.getTypeConfiguration().getBasicTypeRegistry().resolve(element))
                .register();
    }
}
