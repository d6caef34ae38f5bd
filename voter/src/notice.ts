/** What a voter is told before it takes a paper: what is protected and what is not (SECURITY.md). */
export const NOTICE = {
  vi: {
    protected: [
      'Không ai, kể cả người quản trị máy chủ, biết được đơn vị nào chọn gì từ những gì còn lưu sau khi kiểm phiếu.',
      'Trước khi kết thúc bỏ phiếu, không ai đọc được kết quả; chỉ biết đơn vị nào đã nhận phiếu.',
      'Sau khi kiểm phiếu, trình duyệt này kiểm tra được phiếu của mình có trong hòm; không ai chứng minh được mình đã chọn gì.',
    ],
    notProtected: [
      'Trong lúc bỏ phiếu, ai có cả thư mục khóa và cơ sở dữ liệu thì mở được phiếu.',
      'Máy chủ có thể sửa nội dung phiếu hoặc đưa cho trình duyệt một chương trình khác; dấu trên phiếu không chứng minh nội dung.',
      'Ai theo dõi đường mạng thì thấy phiếu được gửi từ đâu, lúc nào.',
      'Kết quả có thể tự nói lên tất cả: khi mọi đơn vị cùng ý, hoặc khối chỉ có ít đơn vị.',
      'Mất dữ liệu của trình duyệt này là mất phiếu đã nhận mà chưa gửi; không phát lại phiếu khác.',
    ],
  },
  en: {
    protected: [
      'Nobody, the operator of the server included, learns who chose what from what remains after the count.',
      'Before casting ends nobody can read the result; only which units were issued a paper.',
      'After the count this browser can check that its paper was in the box; nobody can prove a choice.',
    ],
    notProtected: [
      'While the poll is open, who holds the key directory and the database can open the papers.',
      'The server could change what papers say, or serve the browser another program; a stamp does not prove what was said.',
      'Who watches the network sees from where a paper comes, and when.',
      'The result may tell by itself: if all agree, or the bloc is small.',
      'If the storage of this browser is lost, a paper that was issued and not returned is lost; no other is issued.',
    ],
  },
} as const;
