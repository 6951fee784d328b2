package org.lottrace.soap.wrong;

import org.eclipse.persistence.jaxb.JAXBContext;

/** MOXy outside of edi and the web gate. */
public interface BindsXml {
    JAXBContext context();
}
