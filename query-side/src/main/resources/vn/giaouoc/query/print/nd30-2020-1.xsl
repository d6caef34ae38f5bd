<?xml version="1.0" encoding="UTF-8"?>
<!--
  Layout 1 of papers by Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20/20/30/20 mm (top, bottom, left, right),
  Times New Roman 13-14. A later decree gets a stylesheet of its own beside this one; this one is not changed.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:template match="/paper">
    <html lang="vi">
      <head>
        <title><xsl:value-of select="type"/> - <xsl:value-of select="about"/></title>
        <style>
          @page paper {
            size: 210mm 297mm;
            margin: 20mm 20mm 20mm 30mm;
            @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif; }
          }
          @page paper:first { @top-center { content: none; } }
          div.paper { page: paper; }
          body { margin: 0; color: #000; background: #fff; font: 14pt/1.2 "Times New Roman", "Liberation Serif", serif; }
          @media screen { div.paper { width: 160mm; margin: 20mm auto; } }
          p { margin: 6pt 0; text-align: justify; text-indent: 10mm; }
          table { border-collapse: collapse; width: 100%; }
          table.head td, table.sign td { border: 0; padding: 0; text-align: center; vertical-align: top; }
          table.head td.issuer, table.sign td { width: 45%; }
          table.head td.issuer { padding-right: 6mm; }
          table.head p, table.sign p, p.type, p.about { text-indent: 0; text-align: center; margin: 0; }
          .above { font-size: 13pt; }
          .issuer-name { font-size: 13pt; font-weight: bold; }
          .country { font-size: 13pt; font-weight: bold; white-space: nowrap; }
          .motto { font-size: 14pt; font-weight: bold; }
          .number { font-size: 13pt; padding-top: 6pt; }
          .date { font-size: 14pt; font-style: italic; padding-top: 6pt; }
          hr { border: 0; border-top: 0.75pt solid #000; margin: 1pt auto 0; }
          hr.issuer { width: 40%; }
          hr.motto { width: 62%; }
          hr.about { width: 33%; margin-top: 2pt; margin-bottom: 12pt; }
          p.type { font-size: 14pt; font-weight: bold; padding-top: 18pt; }
          p.about { font-size: 14pt; font-weight: bold; }
          p.heading { font-weight: bold; page-break-after: avoid; }
          table.figures { margin: 6pt 0; font-size: 13pt; }
          table.figures td, table.figures th { border: 0.75pt solid #000; padding: 2pt 4pt; }
          table.figures th { text-align: center; font-weight: bold; }
          table.figures tr.columns td { text-align: center; font-style: italic; }
          table.figures td.figure { text-align: right; }
          tr { page-break-inside: avoid; }
          table.sign { margin-top: 18pt; page-break-inside: avoid; }
          table.sign p { font-weight: bold; }
          table.sign td.space { height: 28mm; }
        </style>
      </head>
      <body>
        <div class="paper">
          <table class="head">
            <tr>
              <td class="issuer">
                <p class="above"><xsl:value-of select="above"/></p>
                <p class="issuer-name"><xsl:value-of select="issuer"/></p>
                <hr class="issuer"/>
              </td>
              <td>
                <p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
                <p class="motto">Độc lập - Tự do - Hạnh phúc</p>
                <hr class="motto"/>
              </td>
            </tr>
            <tr>
              <td class="issuer"><p class="number"><xsl:value-of select="number"/></p></td>
              <td><p class="date"><xsl:value-of select="place-and-date"/></p></td>
            </tr>
          </table>
          <p class="type"><xsl:value-of select="type"/></p>
          <p class="about"><xsl:value-of select="about"/></p>
          <hr class="about"/>
          <xsl:apply-templates select="section"/>
          <p class="ending"><xsl:value-of select="ending"/>./.</p>
          <table class="sign">
            <tr>
              <td><p><xsl:value-of select="left"/></p></td>
              <td><p><xsl:value-of select="right"/></p></td>
            </tr>
            <tr><td class="space"></td><td class="space"></td></tr>
          </table>
        </div>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="section">
    <p class="heading"><xsl:value-of select="heading"/></p>
    <xsl:for-each select="p"><p><xsl:value-of select="."/></p></xsl:for-each>
    <xsl:apply-templates select="table"/>
  </xsl:template>

  <xsl:template match="table">
    <table class="figures">
      <thead>
        <tr><xsl:for-each select="headings/cell"><th><xsl:value-of select="."/></th></xsl:for-each></tr>
        <tr class="columns"><xsl:for-each select="headings/cell"><td>(<xsl:value-of select="position()"/>)</td></xsl:for-each></tr>
      </thead>
      <tbody>
        <xsl:for-each select="row">
          <tr>
            <xsl:for-each select="cell">
              <td>
                <xsl:if test="position() != 2"><xsl:attribute name="class">figure</xsl:attribute></xsl:if>
                <xsl:value-of select="."/>
              </td>
            </xsl:for-each>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
