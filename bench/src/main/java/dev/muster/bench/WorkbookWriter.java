package dev.muster.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the table of users as a workbook. All texts are shared, as in workbooks of spreadsheet
 * programs.
 */
final class WorkbookWriter {

  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private WorkbookWriter() {}

  static void write(Path file, long number) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
      part(zip, out, "[Content_Types].xml", "<Types/>");
      part(
          zip,
          out,
          "xl/workbook.xml",
          "<workbook "
              + MAIN
              + " xmlns:r=\""
              + RELATIONS
              + "\"><sheets>"
              + "<sheet name=\"Users\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
      part(
          zip,
          out,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId1\" Type=\""
              + RELATIONS
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      out.append("<worksheet " + MAIN + "><sheetData>");
      long text = 0;
      for (long row = 0; row <= number; row++) {
        out.append("<row r=\"").append(Long.toString(row + 1)).append("\">");
        for (int cells = cells(row).size(); cells > 0; cells--) {
          out.append("<c t=\"s\"><v>").append(Long.toString(text++)).append("</v></c>");
        }
        out.append("</row>");
      }
      out.append("</sheetData></worksheet>");
      out.flush();
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      out.append("<sst " + MAIN + ">");
      for (long row = 0; row <= number; row++) {
        for (String cell : cells(row)) {
          String escaped = cell.replace("&", "&amp;").replace("<", "&lt;");
          out.append("<si><t>").append(escaped).append("</t></si>");
        }
      }
      out.append("</sst>");
      out.flush();
      zip.closeEntry();
    }
  }

  private static void part(ZipOutputStream zip, Writer out, String name, String xml)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    out.append(xml).flush();
    zip.closeEntry();
  }

  /** The cells of a row of the csv file; row 0 is the header. */
  private static List<String> cells(long row) {
    StringBuilder line = new StringBuilder(500);
    if (row == 0) {
      line.append(Writing.CSV_HEADER);
    } else {
      Writing.row(line, People.person(row - 1, 0));
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    return cells;
  }
}
