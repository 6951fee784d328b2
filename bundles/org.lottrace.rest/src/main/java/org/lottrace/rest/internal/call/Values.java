package org.lottrace.rest.internal.call;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Path;
import org.lottrace.api.text.TextForms;
import org.lottrace.rest.internal.json.Reading;
import org.lottrace.rest.internal.json.Shapes;
import org.lottrace.rest.internal.page.JournalCursor;
import org.lottrace.rest.internal.page.Limit;

/** Parameters of a URL as values of the api; {@link RequestCheck} has looked at them before. */
public final class Values implements ParamConverterProvider {
    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == Limit.class
                        || type == Path.class
                        || type == JournalCursor.class
                        || type.isEnum()
                        || TextForms.find(type).isPresent()
                ? new Value<>(type)
                : null;
    }

    private record Value<T>(Class<T> type) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return text == null
                    ? null
                    : Shapes.parameter(type, text, Reading.of(""))
                            .map(type::cast)
                            .orElseThrow(IllegalArgumentException::new);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
