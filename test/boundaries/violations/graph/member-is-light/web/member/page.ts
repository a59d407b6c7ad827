import { Button } from 'antd';

export const page = Button;
