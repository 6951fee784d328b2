<?xml version="1.0" encoding="UTF-8"?>
<!-- The entry as it is, in an envelope of SOAP 1.1. A mapping of your own begins with a copy of this file. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:template match="/">
    <soap:Envelope><soap:Body><xsl:copy-of select="*"/></soap:Body></soap:Envelope>
  </xsl:template>
</xsl:stylesheet>
