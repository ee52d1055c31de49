package dev.muster.app.format.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes workbooks for tests, part by part. */
public final class WorkbookFile {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder targets = new StringBuilder();
  private String properties = "";
  private int count;

  /** Adds a sheet whose rows are XML. */
  public WorkbookFile sheet(String name, String state, String rows) {
    count++;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%s\"%s r:id=\"rId%s\"/>"
            .formatted(name, count + 10, state.isEmpty() ? "" : " state=\"" + state + "\"", count));
    targets.append(
        "<Relationship Id=\"rId%s\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%s.xml\"/>"
            .formatted(count, RELATIONS, count));
    parts.put(
        "xl/worksheets/sheet" + count + ".xml",
        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    return this;
  }

  /** Adds a visible sheet whose rows are XML. */
  public WorkbookFile sheet(String name, String rows) {
    return sheet(name, "", rows);
  }

  public WorkbookFile since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Adds the items of the shared texts. */
  public WorkbookFile texts(String items) {
    parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    return this;
  }

  /** Adds styles: number {@code n} has the n-th format code, from 1. */
  public WorkbookFile styles(String... codes) {
    StringBuilder formats = new StringBuilder();
    StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < codes.length; i++) {
      String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;");
      boolean builtIn = code.matches("[0-9]{1,2}!");
      int id = builtIn ? Integer.parseInt(code.substring(0, code.length() - 1)) : 164 + i;
      formats.append(
          builtIn ? "" : "<numFmt numFmtId=\"%s\" formatCode=\"%s\"/>".formatted(id, code));
      cells.append("<xf numFmtId=\"").append(id).append("\"/>");
    }
    parts.put(
        "xl/styles.xml",
        ("<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts>"
                + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                + "<cellXfs>%s</cellXfs></styleSheet>")
            .formatted(MAIN, formats, cells));
    return this;
  }

  /** Replaces or adds a part. */
  public WorkbookFile part(String name, String xml) {
    parts.put(name, xml);
    return this;
  }

  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "[Content_Types].xml", "<Types/>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
              .formatted(MAIN, RELATIONS, properties, sheets));
      put(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + targets + "</Relationships>");
      for (Map.Entry<String, String> part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** A row of cells with texts of their own. */
  public static String row(int number, String... texts) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int i = 0; i < texts.length; i++) {
      row.append(
          "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
              .formatted(SheetCells.name(i, number), texts[i]));
    }
    return row.append("</row>").toString();
  }
}
