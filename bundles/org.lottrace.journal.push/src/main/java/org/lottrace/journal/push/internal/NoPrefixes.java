package org.lottrace.journal.push.internal;

import java.util.Collections;
import java.util.Iterator;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;

/** No prefix stands for anything: an expression with one is refused, which would find nothing otherwise, whatever an answer says. */
final class NoPrefixes implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
        return XMLConstants.XML_NS_PREFIX.equals(prefix) ? XMLConstants.XML_NS_URI : null;
    }

    @Override
    public String getPrefix(String namespace) {
        return null;
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
        return Collections.emptyIterator();
    }
}
