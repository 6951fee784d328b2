package org.lottrace.rest.internal.json;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.lottrace.rest.internal.page.Csv;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;
import org.lottrace.rest.internal.page.WrittenFile;

/** Sends answers: JSON, lists also as CSV and workbooks, documents as they are. */
public final class AnswerWriter implements MessageBodyWriter<Answer> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Answer.class;
    }

    @Override
    public void writeTo(
            Answer answer,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream to)
            throws IOException {
        if (answer.value() instanceof byte[] document) {
            to.write(document);
        } else if (answer.value() instanceof WrittenFile file) {
            file.copyTo(to);
        } else if (answer.value() instanceof String document) {
            to.write(document.getBytes(StandardCharsets.UTF_8));
        } else if (answer.value() instanceof Page<?> page && Csv.TYPE.isCompatible(mediaType)) {
            Csv.write(page, answer.type(), to);
        } else if (answer.value() instanceof Page<?> page && Sheet.is(mediaType)) {
            Sheet.write(page, answer.type(), to);
        } else {
            Json.write(answer, to);
        }
    }
}
