# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of charts: its marks by the keyboard."""
import desktop


class ChartsTest(desktop.DeskCase):
    def open_charts(self):
        self.register = self.new_register("practice.ocop", "--sample")
        program = self.open(self.register)
        program.find("label", "Tính đến ngày")
        program.key("alt+8")
        return program

    def find_mark(self, program, words):
        """The mark that the keyboard is on: what it says."""
        def search():
            return next((image for image, _ in program.application().walk_named("image") if words in image.description), None)
        return desktop.wait_for(f"the mark “{words}”", search).description

    def test_opens_what_is_behind_a_mark(self):
        """Of another day than the window's, which then becomes the window's."""
        program = self.open_charts()
        program.find("image", "Cơ cấu sản phẩm OCOP")
        program.key(*["Down"] * 9)
        program.find("image", "Sản phẩm OCOP còn hiệu lực theo thời gian")
        program.key("Return")
        program.key("Home")
        number = self.find_mark(program, "3 sao: ").split("3 sao: ")[1].split()[0]
        program.key("Return")
        program.find("tree table", "Sản phẩm")
        program.find("label", f"{number} sản phẩm")
        program.find("label", "Mọi số liệu nay tính đến ngày 3")
        self.close(program)

    def test_compares_two_years(self):
        """One chart of both, with the difference in its table; the list of a bar of last year is of last year."""
        program = self.open_charts()
        program.find("image", "Cơ cấu sản phẩm OCOP")
        program.click(program.find("push button", "Không so sánh"))
        program.type("cuoi nam")
        program.key("Return")
        program.find("image", "31/12/")
        program.go_to("push button", "Bảng số liệu")
        program.key("ctrl+t")
        program.find("label", "Chênh lệch")
        program.key("ctrl+t")
        program.go_to("image", "31/12/")
        program.key("Home", "Up")
        number = self.find_mark(program, "3 sao, 31/12/").split(": ")[1].split()[0]
        program.key("Return")
        program.find("label", "Mọi số liệu nay tính đến ngày 31/12/")
        program.find("label", f"{number} sản phẩm")
        self.close(program)


if __name__ == "__main__":
    desktop.run()
